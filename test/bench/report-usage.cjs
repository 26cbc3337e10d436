// Tells the parent process, at the end, how much memory this one took at most.
process.on('exit', () => process.send?.({ maxRSS: process.resourceUsage().maxRSS }));
