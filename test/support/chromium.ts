import { execFileSync, spawnSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { projectRoot } from '../../src/shared/paths.js';

/** A browser to launch: a program, or the name of an installed one that the test tool finds itself. */
export interface BrowserProgram {
  executablePath?: string;
  channel?: string;
  env?: Record<string, string>;
}

const PACKED = join(projectRoot, 'node_modules/@sparticuz/chromium');
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Finds a Chromium: CHROME_PATH, else the one that comes as a package (Linux, x64; unpacked once into the temporary
 * folder), else an installed one.
 */
export async function findChromium(): Promise<BrowserProgram> {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH };
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(join(PACKED, 'bin')))
    return unpackedChromium();
  const installed = INSTALLED.find((path) => existsSync(path));
  return installed ? { executablePath: installed } : { channel: process.platform === 'win32' ? 'msedge' : 'chrome' };
}

async function unpackedChromium(): Promise<BrowserProgram> {
  const { version } = JSON.parse(readFileSync(join(PACKED, 'package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `qiantou-chromium-${version}`);
  if (!existsSync(home)) await unpackInto(home);
  const executablePath = join(home, 'chromium');
  return { executablePath, env: libraryPath(executablePath, home) };
}

/** Unpacks beside and renames, so that two test workers never see half a browser. */
async function unpackInto(home: string): Promise<void> {
  const beside = mkdtempSync(`${home}-`);
  const packed = createReadStream(join(PACKED, 'bin/chromium.br'));
  await pipeline(packed, createBrotliDecompress(), createWriteStream(join(beside, 'chromium'), { mode: 0o700 }));
  try {
    renameSync(beside, home);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

/** Where the machine lacks libraries that Chromium needs, those of the package stand in. */
function libraryPath(program: string, home: string): Record<string, string> {
  if (!spawnSync('ldd', [program], { encoding: 'utf8' }).stdout?.includes('not found')) return {};
  const libraries = join(home, 'al2023/lib');
  if (!existsSync(libraries)) unpackLibraries(join(home, 'al2023'));
  return { LD_LIBRARY_PATH: libraries };
}

function unpackLibraries(folder: string): void {
  const archive = join(PACKED, 'bin/al2023.tar.br');
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(archive)) });
}
