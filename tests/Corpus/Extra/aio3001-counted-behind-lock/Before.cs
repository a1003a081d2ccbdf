using System.Collections.Generic;

namespace Corpus.Extra.Aio3001CountedBehindLock
{
    /// <summary>Decoded pictures by their paths, each with the number of those who show it.</summary>
    public sealed class PictureTable
    {
        private readonly object _gate = new object();
        private readonly Dictionary<string, Picture> _pictures = new Dictionary<string, Picture>();

        public int[] Show(string path)
        {
            Picture picture;
            lock (_gate)
            {
                if (!_pictures.TryGetValue(path, out picture))
                {
                    picture = new Picture();
                    _pictures.Add(path, picture);
                }
            }

            picture.Shown++;

            return picture.Pixels;
        }

        public void Hide(string path)
        {
            lock (_gate)
            {
                if (_pictures.TryGetValue(path, out Picture picture) && --picture.Shown == 0)
                {
                    _pictures.Remove(path);
                }
            }
        }

        private sealed class Picture
        {
            public readonly int[] Pixels = new int[64];
            public int Shown;
        }
    }
}
