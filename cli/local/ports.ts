import { createServer } from "node:net";

/** A port of 127.0.0.1 that nobody listens on. */
export async function freePort(): Promise<number> {
  return await listenOnce(0);
}

/**
 * The port that the variable names, or else the usual one.
 * @throws Error that says which port is taken and how to change it
 */
export async function takePort(variable: string, usual: number): Promise<number> {
  const port = Number(process.env[variable] ?? usual);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${variable} is not a port: ${process.env[variable]}`);
  try {
    return await listenOnce(port);
  } catch {
    throw new Error(`Port ${port} is taken. Choose another one: ${variable}=${port + 1} npm run …`);
  }
}

function listenOnce(port: number) {
  return new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}
