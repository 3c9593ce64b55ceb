import { measureLogs } from './bench/logs.ts';
console.log(JSON.stringify(await measureLogs(),null,1));
