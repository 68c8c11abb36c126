// attack: 1 loops while a class is being made
// expect: cpu_limit
class Busy {
  static {
    for (;;) {}
  }
}
