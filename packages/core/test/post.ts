import './probe-action.ts';
