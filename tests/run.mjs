import { bootstrap } from "../db/bootstrap.mjs";

bootstrap("tests/support/suite.ts");
