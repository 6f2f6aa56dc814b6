import type { Plugin } from 'vite';

// What the development server needs and the built explorer does not.

/**
 * The Go server fits <base> to the depth of each address; the development server does
 * not, but is never under a prefix.
 */
export function rooted(): Plugin {
  return {
    name: 'rooted-in-development',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace('<base href="./" />', '<base href="/" />'),
  };
}

/**
 * Takes urql as it is in production, and nothing else: in development it refuses a
 * document that is known by its id only, because it finds no operation in it.
 */
export const urqlAsBuilt = {
  name: 'urql-as-built',
  transform: {
    filter: { id: /node_modules\/@urql\/core\// },
    handler: (code: string) => code.replaceAll('process.env.NODE_ENV', '"production"'),
  },
};
