import { API_ROOT } from '../../src/api/routes.js';

/** What a program got for its request. */
export interface Reply<T> {
  status: number;
  body: T;
  headers: Headers;
}

/** The body of a refusal. */
export interface Refused {
  code: string;
  message: string;
  detail: { place?: string; cure?: string; facts?: Record<string, unknown> };
}

/** A program with a token. */
export class Program {
  constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  get<T>(path: string): Promise<Reply<T>> {
    return this.ask(path, { headers: this.headers() });
  }

  post<T>(path: string, body: object, headers: Record<string, string> = {}): Promise<Reply<T>> {
    const own = { ...this.headers(), 'content-type': 'application/json', ...headers };
    return this.ask(path, { method: 'POST', headers: own, body: JSON.stringify(body) });
  }

  /** Sends a file as a multipart form, with more fields where there are any. */
  sendFile<T>(
    path: string,
    file: { field: string; name: string; text: string | Uint8Array<ArrayBuffer> },
    key?: string,
    fields: Record<string, string> = {},
  ): Promise<Reply<T>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set(file.field, new Blob([file.text]), file.name);
    const headers = { ...this.headers(), ...(key ? { 'idempotency-key': key } : {}) };
    return this.ask(path, { method: 'POST', headers, body: form });
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }

  private async ask<T>(path: string, init: RequestInit): Promise<Reply<T>> {
    const answer = await fetch(`${this.origin}/${API_ROOT}/${path}`, init);
    return { status: answer.status, body: (await answer.json()) as T, headers: answer.headers };
  }
}
