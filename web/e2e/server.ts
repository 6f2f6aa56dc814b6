import { spawn } from 'node:child_process';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    server: string;
    store: string;
  }
}

export const program = process.env.INNOGRAPH_BIN ?? '../bin/innograph';
const ready = /at (http:\/\/[\d.:]+)\/graphql/;

/** Starts the program on a free port of this machine; end() stops it. */
export async function startServer(...settings: string[]): Promise<{ address: string; end: () => Promise<void> }> {
  const child = spawn(program, ['serve', '--listen', '127.0.0.1:0', ...settings], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const gone = new Promise<void>((resolve) => {
    child.on('exit', () => {
      resolve();
    });
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => {
      reject(new Error(`the server ended:\n${log}`));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      const [, url] = ready.exec(log) ?? [];
      if (url) resolve(url);
    });
  });
  child.stderr.removeAllListeners('data').resume();
  return {
    address,
    end: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** One server for all scenarios; it runs the explorer's documents only. */
export default async function setup(project: TestProject) {
  const store = process.env.INNOGRAPH_E2E_STORE ?? 'embedded';
  const patience = store === 'embedded' ? [] : ['--request-timeout', '60s'];
  const server = await startServer('--documents-only', '--store', store, ...patience);
  project.provide('store', store);
  project.provide('server', server.address);
  return server.end;
}
