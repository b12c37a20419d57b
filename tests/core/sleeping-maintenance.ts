// A disk that does not answer: the work never comes to its end.
await new Promise((resolve) => setTimeout(resolve, 60_000));
