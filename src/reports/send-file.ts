import type { Response } from 'express';
import type { PaperFile } from './render.js';

/** Sends a paper as a download under its own name (RFC 6266; the plain name is for very old browsers). */
export function sendFile(response: Response, { bytes, fileName, mime }: PaperFile): void {
  const extension = fileName.slice(fileName.lastIndexOf('.'));
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  response.set('Content-Type', mime);
  response.set('Content-Disposition', `attachment; filename="paper${extension}"; filename*=UTF-8''${encoded}`);
  response.send(Buffer.from(bytes));
}
