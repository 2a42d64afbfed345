import { join } from 'node:path';
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { projectRoot } from '../../shared/paths.js';
import { STEPS } from './pdf-drawing.js';
import { preparePdfHost } from './pdf-host.js';
import { PdfPort } from './pdf-port.js';
import { broken, encrypted } from './refusals.js';

const PDFJS = join(projectRoot, 'node_modules/pdfjs-dist');

/** The two halves of pdf.js. */
interface Pdfjs {
  api: typeof import('pdfjs-dist/legacy/build/pdf.mjs');
  parser: typeof import('pdfjs-dist/legacy/build/pdf.worker.mjs');
}

/** A PDF opened by pdf.js, and the joint of its halves. */
export interface OpenPdf {
  document: PDFDocumentProxy;
  port: PdfPort;
  api: Pdfjs['api'];
}

/** Opens a PDF for as long as `use` takes. Refuses file_encrypted, file_broken. */
export async function withPdf<T>(bytes: Buffer, use: (pdf: OpenPdf) => Promise<T>): Promise<T> {
  const { api, parser } = await pdfjs();
  const port = new PdfPort(new Set(STEPS.map((step) => api.OPS[step])));
  const worker = api.PDFWorker.create({ port, verbosity: 0 });
  parser.WorkerMessageHandler.initializeFromPort(port);
  try {
    const document = await open(bytes, api, worker);
    return await use({ document, port, api }).finally(() => document.loadingTask.destroy());
  } finally {
    worker.destroy();
  }
}

async function open(bytes: Buffer, api: Pdfjs['api'], worker: PDFWorker): Promise<PDFDocumentProxy> {
  const task = api.getDocument({
    ...{ data: new Uint8Array(bytes), worker },
    cMapUrl: `${join(PDFJS, 'cmaps')}/`,
    cMapPacked: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    throw error instanceof Error && error.name === 'PasswordException' ? encrypted('PDF 文件') : broken('PDF 文件');
  }
}

let loaded: Promise<Pdfjs> | undefined;

/** pdf.js, loaded with the first PDF. */
function pdfjs(): Promise<Pdfjs> {
  loaded ??= load();
  return loaded;
}

/**
 * pdf.js brings a `push` of its own, for the whole process, where that of the language does not complain about lists
 * that cannot grow; it does not depend on that, and the language's takes a fifth off a reading.
 */
async function load(): Promise<Pdfjs> {
  preparePdfHost();
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push');
  const api = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const parser = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  if (push) Object.defineProperty(Array.prototype, 'push', push);
  return { api, parser };
}
