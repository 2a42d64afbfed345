/**
 * How the person who acts stands to the instance acted on. Resolved by the engine before a machine is asked;
 * `system` is the product's own follow-up commands and due deadlines.
 */
export const RELATIONS = {
  coordinator: '牵头办',
  consolidator: '汇总单位',
  responsible: '责任单位',
  supporting: '配合单位',
  unit: '本单位',
  'unit.leader': '本单位领导',
  superior: '上级机关',
  system: '系统',
  self: '本人',
  admin: '管理员',
} as const;

export type Relation = keyof typeof RELATIONS;

/** What every transition says about itself: the relations whose people may cause it. */
export interface TransitionMeta {
  may: Relation[];
  [key: string]: unknown;
}

/** The transition's `meta`: who may cause it. */
export function may(...relations: Relation[]): TransitionMeta {
  return { may: relations };
}
