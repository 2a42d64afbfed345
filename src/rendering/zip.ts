import { strToU8, zipSync, type Zippable } from 'fflate';

/** Zip entries carry local time without a zone: a fixed local date gives the same bytes everywhere. */
const FIXED_TIME = new Date(1980, 0, 1);

/** Of compression: above it files shrink little and large workbooks take much longer. */
const LEVEL = 4;

/**
 * An office package (docx, xlsx) from its parts, in the given order. Same parts, same bytes.
 * @param parts name inside the package → XML text
 */
export function packParts(parts: [name: string, content: string][]): Uint8Array {
  const files: Zippable = Object.fromEntries(parts.map(([name, content]) => [name, strToU8(content)]));
  return zipSync(files, { level: LEVEL, mtime: FIXED_TIME });
}
