// expect: limit CPU_TIME
for (;;) {}
