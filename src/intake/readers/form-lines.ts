/** Lines about who filled in the form: persons, not plan. */
export const FORM_LINE = /填表人|审核人|联系电话|联系人|填报日期/;
