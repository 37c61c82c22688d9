import { forgetSecrets } from '@suite/core';
import { beforeAll } from 'vitest';

// Test files share a process: what one of them planted must not be masked in the texts that the next one compares.
beforeAll(forgetSecrets);
