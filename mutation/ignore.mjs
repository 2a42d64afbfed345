import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/**
 * Passes over the Chinese wording of a refusal: what follows the code in `new Refusal(code, …)`, and the sentences given
 * to the small functions called refuse…. A blank sentence shows nothing about a rule; the code and the condition that
 * leads there are still mutated.
 */
const refusalWords = {
  shouldIgnore({ node, parentPath }) {
    const { type, callee, arguments: given } = parentPath?.node ?? {};
    const place = given?.indexOf(node) ?? -1;
    const refusal = type === 'NewExpression' && callee.name === 'Refusal' && place > 0;
    const refusing = type === 'CallExpression' && /^refuse/.test(callee.name ?? '') && place >= 0;
    const words = /^(String|Template)Literal$/.test(node.type);
    return refusal || (refusing && words) ? 'the wording of a refusal' : undefined;
  },
};

/**
 * Passes over what a machine's file holds beside the machine: the `types` given to XState's setup, which exist for the
 * compiler alone, and the `starts`, examples that only the proof of the definitions uses (src/engine/check).
 */
const besideTheMachine = {
  shouldIgnore({ node }) {
    if (node.type === 'VariableDeclarator' && node.id.name === 'starts') return 'examples for the proof';
    return node.type === 'ObjectProperty' && node.key.name === 'types' ? 'types for the compiler' : undefined;
  },
};

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'refusal-words', refusalWords),
  declareValuePlugin(PluginKind.Ignore, 'beside-the-machine', besideTheMachine),
];
