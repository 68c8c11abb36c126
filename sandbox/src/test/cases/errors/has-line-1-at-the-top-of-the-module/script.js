null.part;
