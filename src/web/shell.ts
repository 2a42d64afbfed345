import type { Request, Response } from 'express';
import { takeFlash } from './flash.js';
import { NAVIGATION } from './navigation.js';
import type { ShellView } from './page-view.js';
import { requestIdOf } from './request-id.js';
import { drawKey } from './requests/form-meta.js';
import type { SessionAccessor } from './session.js';

/** Puts together what every page shows around its content. */
export class Shell {
  constructor(
    private readonly sessions: SessionAccessor,
    private readonly assets: Record<string, string>,
  ) {}

  /** The shell of one answer; takes the waiting notice, so that it is shown once. */
  for(request: Request, response: Response): ShellView {
    const session = this.sessions(request);
    return {
      user: session?.user ?? null,
      csrf: session?.csrf ?? '',
      key: drawKey(),
      flash: takeFlash(request, response),
      nav: session ? [...NAVIGATION] : [],
      assets: this.assets,
      requestId: requestIdOf(request),
    };
  }
}
