/** What Vite and packages without types of their own bring in. */
declare module '*.css';
declare module '@fontsource-variable/inter/wght.css';
/** msgpackr as it runs under a policy that forbids eval: the same packer, without generated code. */
declare module 'msgpackr/index-no-eval' {
  export { Packr } from 'msgpackr';
}
