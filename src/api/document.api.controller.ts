import { Controller } from '@nestjs/common';
import { openApiDocument } from './openapi.js';
import { Route } from './route.decorator.js';
import { API_ROOT } from './routes.js';

/** The interface's own description. */
@Controller(API_ROOT)
export class DocumentApiController {
  private readonly text = openApiDocument();

  @Route('document')
  document(): object {
    return this.text;
  }
}
