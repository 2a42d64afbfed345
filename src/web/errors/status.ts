/** HTTP status of the refusals that are not the usual 422 ("understood, and refused"). Codes are stable. */
const STATUS_BY_CODE: Record<string, number> = {
  bad_field_name: 400,
  bad_key: 400,
  bad_revision: 400,
  bad_request: 400,
  invalid_input: 400,
  config_invalid: 500,
  not_signed_in: 401,
  sign_in_failed: 401,
  bad_form_token: 403,
  cross_site: 403,
  forbidden: 403,
  not_allowed: 403,
  not_found: 404,
  method_not_allowed: 405,
  already_exists: 409,
  cycle_exists: 409,
  plan_exists: 409,
  round_exists: 409,
  conflict: 409,
  key_reused: 409,
  not_now: 409,
  stale_revision: 409,
  too_large: 413,
  too_many_fields: 413,
  encoded_body: 415,
  files_not_accepted: 415,
  unknown_body_kind: 415,
  throttled: 429,
  database_away: 503,
  database_busy: 503,
  disk_full: 507,
  parse_busy: 503,
  read_only: 503,
  unavailable: 503,
};

/** The status with which a refusal is answered. */
export function statusOf(code: string): number {
  return STATUS_BY_CODE[code] ?? 422;
}
