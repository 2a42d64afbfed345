import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** One POST of JSON over a kept connection; returns the answer's JSON, throws when it is no success. */
export function post(address, body, headers = {}) {
  const text = JSON.stringify(body);
  const given = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers };
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: 'POST', agent, headers: given }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const answer = Buffer.concat(parts).toString();
        if (response.statusCode >= 300) return reject(new Error(`${response.statusCode} ${answer.slice(0, 200)}`));
        resolve(answer ? JSON.parse(answer) : null);
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
