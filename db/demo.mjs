import { bootstrap } from "./bootstrap.mjs";

bootstrap("db/demo/run.ts");
