declare module 'handlebars/runtime.js' {
  import type Handlebars from 'handlebars';
  const runtime: typeof Handlebars;
  export default runtime;
}
