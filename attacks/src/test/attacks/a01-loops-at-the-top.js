// attack: 1 loops at the top
// expect: cpu_limit
for (;;) {}
