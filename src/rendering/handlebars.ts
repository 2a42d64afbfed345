import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TemplateDelegate } from 'handlebars';
import runtime from 'handlebars/runtime.js';
import { helpers } from './helpers.js';
import { projectRoot } from './project-root.js';

interface CompiledTemplates {
  templates: Record<string, TemplateSpecification>;
  partials: Record<string, TemplateSpecification>;
}

const SAFE = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

async function loadCompiled(): Promise<CompiledTemplates> {
  const file = join(projectRoot(import.meta.url), 'dist/templates/index.js');
  if (!existsSync(file)) return { templates: {}, partials: {} };
  return (await import(pathToFileURL(file).href)) as CompiledTemplates;
}

function privateEnvironment(compiled: CompiledTemplates): Map<string, TemplateDelegate> {
  const environment = runtime.create();
  for (const [name, helper] of Object.entries(helpers)) environment.registerHelper(name, helper);
  for (const [name, spec] of Object.entries(compiled.partials)) {
    environment.registerPartial(name, environment.template(spec));
  }
  const named = Object.entries(compiled.templates);
  return new Map(named.map(([name, spec]) => [name, environment.template<object>(spec)]));
}

const templates = privateEnvironment(await loadCompiled());

/**
 * Renders one precompiled template (documents/year-end, pages/plan) over a plain view object.
 * Strict: a field the template prints and the view lacks is an error, never an empty space. Prototypes are out of
 * reach. Throws when the name is unknown or the templates have not been built (scripts/templates.mjs).
 */
export function renderTemplate(name: string, view: object): string {
  const template = templates.get(name);
  if (!template) throw new Error(`No template ${name}: build the templates with scripts/templates.mjs`);
  return template(view, SAFE);
}

/** Names of all templates known, for checks at start. */
export function templateNames(): string[] {
  return [...templates.keys()];
}
