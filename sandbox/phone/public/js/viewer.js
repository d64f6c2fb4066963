/** Shows one picture large, until Escape, the button or a click beside it. */
export function createViewer() {
  const viewer = document.getElementById('viewer');
  const image = document.getElementById('viewer-image');
  viewer.addEventListener('click', (event) => {
    if (event.target === viewer || event.target === image) viewer.close();
  });
  return (url, name) => {
    image.src = url;
    image.alt = name === '' ? 'Ảnh' : name;
    viewer.showModal();
  };
}
