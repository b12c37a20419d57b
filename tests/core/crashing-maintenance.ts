// As a fault in native code would: the whole thread is gone in the middle of its work.
await new Promise((resolve) => setTimeout(resolve, 20));
process.exit(3);
