// npm run build: compiles the portal for production; no variable of the environment is needed, or kept.
import { build } from "./local/build";

await build();
