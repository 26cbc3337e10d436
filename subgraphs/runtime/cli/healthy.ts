/** Ends with 0 where the server on PORT of this machine is ready: the health check of containers. */
const url = `http://127.0.0.1:${process.env['PORT'] ?? '4000'}/health/ready`;

fetch(url, { signal: AbortSignal.timeout(2000) }).then(
  ({ ok }) => {
    process.exitCode = ok ? 0 : 1;
  },
  () => {
    process.exitCode = 1;
  },
);
