const told = (work) => { try { return work(); } catch (error) { return error.name; } };

exports.run = async () => {
  const blob = new Blob(['ab', new Uint8Array([99]), new Blob(['d'])], { type: 'Text/Plain' });
  const file = new File(['x'], 'n.txt', { lastModified: 7, type: 'a/b' });
  const form = new FormData();
  form.append('a', 1);
  form.append('a', 'two');
  form.append('f', new Blob(['content']), 'f.bin');
  form.append('g', file);
  form.set('b', 'x');
  form.set('b', 'line\nend');
  form.delete('none');
  const response = new Response(form);
  const text = (await response.clone().text()).replace(/--+\S+/g, 'boundary');
  const back = await response.formData();
  const encoded = await new Response(new URLSearchParams('a=1&b=%C3%BC')).formData();
  return {
    blob: [blob.size, blob.type, await blob.text(), await blob.slice(1, 3).text(), blob.slice(-1, undefined, 'x/y').type, (await blob.arrayBuffer()).byteLength, await new Response(blob.stream()).text()],
    file: [file.name, file.lastModified, file.type, file.size, file instanceof Blob, Object.prototype.toString.call(file)],
    form: [form.get('a'), form.getAll('a'), form.has('b'), form.get('none'), [...form.keys()], form.get('f').name, form.get('f').type, form.get('g') === file],
    text,
    back: [back.get('a'), back.getAll('a'), back.get('b'), back.get('f').name, back.get('f').type, await back.get('f').text(), back.get('g').type],
    encoded: [...encoded],
    refused: [() => new Blob('x'), () => new File(['x']), () => form.append('x'), () => form.append('x', 'y', 'z')].map(told),
    kinds: [Object.prototype.toString.call(form), Object.prototype.toString.call(blob)],
  };
};
