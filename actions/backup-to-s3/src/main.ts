import { runAction } from '@suite/core';
import { cleanUp } from './clean-up.ts';
import { execute } from './execute.ts';
import { formatPlan } from './format-plan.ts';
import { readInputs } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { planned, report } from './report.ts';

await runAction({ name: 'backup-to-s3', readInputs, observe, plan, formatPlan, execute, report, planned, cleanUp });
