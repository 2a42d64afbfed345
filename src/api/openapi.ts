import { ANSWERS } from './answers.schema.js';
import { schemaOfDto } from './dto-schema.js';
import { API_ROOT, ROUTES, type ApiRoute } from './routes.js';
import { named, text, type Schema } from './schema.js';

const JSON_TYPE = 'application/json';

const WRITING_HEADERS = [
  header('Idempotency-Key', '同一编号重发不会办理两次，得到第一次的回答', {
    type: 'string',
    pattern: '^[\\w.:-]{8,120}$',
  }),
  header('If-Match', '看到的版本（revision）；他人已办理时返回 409', { type: 'string' }),
];

/** The interface's description (OpenAPI 3.1), from the table of its routes. */
export function openApiDocument(): object {
  return {
    openapi: '3.1.0',
    info: {
      ...{ title: '牵头 程序接口', version: '1' },
      description:
        '供程序使用。用 qiantou user token 为账号开设令牌，放入 Authorization: Bearer。权限与该账号在页面上相同；查看不到的一律 404。',
    },
    servers: [{ url: `/${API_ROOT}` }],
    security: [{ token: [] }],
    paths: pathsOf(Object.entries<ApiRoute>(ROUTES)),
    components: { schemas: ANSWERS, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}

function pathsOf(routes: [string, ApiRoute][]): Record<string, object> {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, route] of routes) {
    const path = `/${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return paths;
}

function operation(name: string, route: ApiRoute): object {
  const { summary, answer, status = 200, open } = route;
  const body = requestBody(route);
  return {
    ...{ operationId: name, summary, parameters: parametersOf(route) },
    ...(body ? { requestBody: body } : {}),
    ...(open ? { security: [] } : {}),
    responses: {
      [status]: { description: '已办理', content: { [JSON_TYPE]: { schema: named(answer) } } },
      default: { description: '没有办理', content: { [JSON_TYPE]: { schema: named('Error') } } },
    },
  };
}

function parametersOf({ path, query, method }: ApiRoute): object[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  const inPath = names.map((name) => ({ name, in: 'path', required: true, schema: text() }));
  const inQuery = Object.entries((query && schemaOfDto(query).properties) ?? {});
  return [
    ...inPath,
    ...inQuery.map(([name, schema]) => ({ name, in: 'query', required: false, schema })),
    ...(method === 'POST' ? WRITING_HEADERS : []),
  ];
}

function requestBody({ body, items, file, freeBody }: ApiRoute): object | null {
  if (file) {
    const fields = (body && schemaOfDto(body).properties) ?? {};
    const binary = { type: 'string', contentEncoding: 'binary' };
    const schema: Schema = { type: 'object', properties: { [file]: binary, ...fields } };
    return { required: true, content: { 'multipart/form-data': { schema: { ...schema, required: [file] } } } };
  }
  if (freeBody) return { content: { [JSON_TYPE]: { schema: { type: 'object', description: freeBody } } } };
  return body ? { content: { [JSON_TYPE]: { schema: schemaOfDto(body, items) } } } : null;
}

function header(name: string, description: string, schema: Schema): object {
  return { name, in: 'header', required: false, description, schema };
}
