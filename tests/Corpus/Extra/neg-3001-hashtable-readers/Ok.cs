using System.Collections;

namespace Fonts
{
    public sealed class FontTable
    {
        private readonly Hashtable _fonts = new Hashtable();

        public object? Find(string name) => _fonts[name];

        public bool Knows(string name) => _fonts.ContainsKey(name);

        public void Install(string name, object font)
        {
            lock (_fonts)
            {
                _fonts[name] = font;
            }
        }

        public void Uninstall(string name)
        {
            lock (_fonts)
            {
                _fonts.Remove(name);
            }
        }

        public string[] Names()
        {
            lock (_fonts)
            {
                var names = new string[_fonts.Count];
                _fonts.Keys.CopyTo(names, 0);
                return names;
            }
        }
    }
}
