// What write-excel-file gets for "fflate" (vite.config.ts): large files would be packed in
// a worker from a blob: address, which the Content-Security-Policy refuses.
import { zipSync, type AsyncZippable, type FlateCallback } from 'fflate/browser';

export { strToU8, zipSync } from 'fflate/browser';

export function zip(files: AsyncZippable, done: FlateCallback) {
  done(null, zipSync(files));
}
