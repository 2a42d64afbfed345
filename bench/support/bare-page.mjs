/** node bare-page.mjs PORT FILE: an Express program that answers every request with the same bytes as a page. */
import { readFileSync } from 'node:fs';
import express from 'express';

const [port, file] = process.argv.slice(2);
const page = readFileSync(file);
express()
  .use((_request, response) => response.type('html').send(page))
  .listen(Number(port), '127.0.0.1');
