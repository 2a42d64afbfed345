/** What other rooms use of the web room. */
export { Availability, type ReadinessCheck } from './availability.js';
export { configureWeb, webApplicationOptions, type WebOptions } from './configure.js';
export { cookieOf } from './cookies.js';
export { type Flash, leaveFlash } from './flash.js';
export { ServerLog } from './logger.js';
export type { NavKey } from './navigation.js';
export type { PageError, PageView } from './page-view.js';
export { PUBLIC_ROUTE, Public } from './public-route.js';
export { chosenAct } from './requests/chosen-act.js';
export { Line, Several, Ticked } from './requests/form-fields.js';
export { type FormMeta, SentForm, formMetaOf } from './requests/form-meta.js';
export { AcceptsFiles, type FileLimits, type ReceivedFile, ReceivedFiles } from './requests/upload.js';
export type { SessionAccessor, SignedInUser, WebSession } from './session.js';
export { shutdownOnSignals } from './shutdown.js';
export { ActList, type ActView, choices, type Sent, type UnitTicks } from './ui/act-list.js';
export * from './ui/views.js';
export { type FieldFault, invalidInput } from './validation.js';
export { WebModule } from './web.module.js';
