import { defineConfig } from 'vitest/config';
import scenarios from './vitest.e2e.config.ts';

// The pictures of docs/images: bash scripts/screenshots.sh
export default defineConfig({ test: { ...scenarios.test, include: ['screenshots/*.shots.ts'] } });
