import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { projectRoot } from '../shared/paths.js';

interface AssetGroup {
  name: string;
  folder: string;
  files: (folder: string) => string[];
}

interface Asset {
  path: string;
  type: string;
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

const fontFiles = (folder: string): string[] =>
  readdirSync(join(folder, 'files'))
    .filter((name) => /^noto-sans-sc-[\w-]+\.woff2$/.test(name))
    .sort()
    .map((name) => `files/${name}`);

/** Everything a browser may fetch. A file that is not listed here does not exist for the outside. */
const GROUPS: AssetGroup[] = [
  { name: 'tabler', folder: 'node_modules/@tabler/core/dist/css', files: () => ['tabler.min.css'] },
  { name: 'htmx', folder: 'node_modules/htmx.org/dist', files: () => ['htmx.min.js'] },
  {
    name: 'font',
    folder: 'node_modules/@fontsource-variable/noto-sans-sc',
    files: (folder) => ['index.css', ...fontFiles(folder)],
  },
  {
    name: 'own',
    folder: 'public',
    files: () => [
      'app.css',
      'confirm.css',
      'print.css',
      'app.js',
      'kept.js',
      'kept-offers.js',
      'confirm.js',
      'icon.svg',
    ],
  },
];

/** Names by which templates ask for a style or script. */
const NAMED: Record<string, string> = {
  tabler: 'tabler/tabler.min.css',
  font: 'font/index.css',
  htmx: 'htmx/htmx.min.js',
  app: 'own/app.css',
  print: 'own/print.css',
  script: 'own/app.js',
  kept: 'own/kept.js',
  keptOffers: 'own/kept-offers.js',
  confirm: 'own/confirm.js',
  confirmStyle: 'own/confirm.css',
  icon: 'own/icon.svg',
};

/** The listed assets under addresses that change with their content, ready to be served. */
export class AssetStore {
  private readonly byUrl = new Map<string, Asset>();
  private readonly packed = new Map<string, Buffer>();
  private readonly groupUrls = new Map<string, string>();

  constructor(root: string = projectRoot) {
    for (const group of GROUPS) this.add(root, group);
  }

  /** Addresses of the named styles and scripts. */
  urls(): Record<string, string> {
    return Object.fromEntries(Object.entries(NAMED).map(([name, path]) => [name, this.url(path)]));
  }

  /** Serves the listed addresses, kept by browsers for a year; passes on everything else. */
  handler(): RequestHandler {
    return (request, response, next) => {
      const asset = this.byUrl.get(request.path);
      if (!asset || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
      this.send(asset, request, response, next);
    };
  }

  private url(path: string): string {
    const [group, ...file] = path.split('/');
    return `${this.groupUrls.get(group)}/${file.join('/')}`;
  }

  private add(root: string, group: AssetGroup): void {
    const folder = join(root, group.folder);
    const files = group.files(folder);
    const hash = createHash('sha256');
    for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
    const base = `/assets/${group.name}-${hash.digest('hex').slice(0, 16)}`;
    this.groupUrls.set(group.name, base);
    for (const file of files) this.byUrl.set(`${base}/${file}`, assetAt(join(folder, file)));
  }

  private send(asset: Asset, request: Request, response: Response, next: NextFunction): void {
    response.set('Cache-Control', 'public, max-age=31536000, immutable').type(asset.type).vary('Accept-Encoding');
    if (!asset.type.startsWith('text/') || !request.acceptsEncodings('gzip')) {
      return response.sendFile(asset.path, { dotfiles: 'allow', cacheControl: false }, (error) => error && next(error));
    }
    response.set('Content-Encoding', 'gzip').send(this.gzipped(asset));
  }

  private gzipped(asset: Asset): Buffer {
    const bytes = this.packed.get(asset.path) ?? gzipSync(readFileSync(asset.path), { level: 9 });
    this.packed.set(asset.path, bytes);
    return bytes;
  }
}

function assetAt(path: string): Asset {
  return { path, type: TYPES[path.slice(path.lastIndexOf('.') + 1)] };
}
