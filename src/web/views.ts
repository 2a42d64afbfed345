import type { NestExpressApplication } from '@nestjs/platform-express';
import { renderTemplate } from '../rendering/handlebars.js';

type Answer = (error: Error | null, html?: string) => void;

/**
 * Stands in for Express' own View, which looks for files: a name is a precompiled template, and nothing is read or
 * compiled while serving.
 */
export class TemplateView {
  /** Express only asks whether this is empty, which would mean "no such template". */
  readonly path: string;

  constructor(name: string) {
    this.path = name;
  }

  render(view: object, answer: Answer): void {
    try {
      answer(null, renderTemplate(this.path, view));
    } catch (error) {
      answer(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/** Makes `@Render('pages/…')` and `response.render('pages/…', view)` use the precompiled templates. */
export function useTemplates(app: NestExpressApplication): void {
  app.set('view', TemplateView);
  app.set('view engine', 'hbs');
  app.set('view cache', true);
}
