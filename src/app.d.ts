declare global {
  /** The site's own address without a trailing slash; empty where it was not given at build (vite.config.ts). */
  const __SITE_URL__: string;
  namespace App {
    interface Locals {
      /** Page that other sites may frame in place of the one that is made. */
      embed?: string;
    }
  }
}
export {};
