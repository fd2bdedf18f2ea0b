/** The built screens as files: what may be served, with its media type; nothing outside the folder, nothing unknown. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

export interface RendererFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** @param path of the URL, percent-decoded here; '/' is the page itself. undefined: there is no such file for a window. */
export async function readRendererFile(folder: string, path: string): Promise<RendererFile | undefined> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  const file = normalize(join(folder, decoded === '/' ? 'index.html' : decoded));
  const mediaType = MEDIA_TYPES[extname(file)];
  if (mediaType === undefined || !file.startsWith(normalize(folder) + sep)) return undefined;
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  return bytes && { bytes, mediaType };
}
