import { applyDecorators, HttpCode, RequestMapping, RequestMethod } from '@nestjs/common';
import { AcceptsFiles, Public } from '../web/index.js';
import { ROUTES, type ApiRoute, type RouteName } from './routes.js';

/** Makes a handler the one of a route of the table: method, path, status, sign-in and file from there. */
export function Route(name: RouteName): MethodDecorator {
  const route: ApiRoute = ROUTES[name];
  const method = route.method === 'GET' ? RequestMethod.GET : RequestMethod.POST;
  return applyDecorators(
    RequestMapping({ method, path: route.path }),
    HttpCode(route.status ?? 200),
    ...(route.open ? [Public()] : []),
    ...(route.file ? [AcceptsFiles({ field: route.file })] : []),
  );
}
