using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002ParsedTwice;

public sealed class Template
{
    public Template(string text) => Text = text;

    public string Text { get; }
}

public interface ITemplateParser
{
    Template Parse(string text);
}

public sealed class TemplateCache
{
    private readonly ConcurrentDictionary<string, Template> _parsed = new ConcurrentDictionary<string, Template>();
    private readonly List<string> _misses = new List<string>();
    private readonly object _gate = new object();
    private readonly ITemplateParser _parser;

    public TemplateCache(ITemplateParser parser) => _parser = parser;

    public Template Get(string text)
    {
        if (_parsed.TryGetValue(text, out Template known))
            return known;

        lock (_gate)
        {
            Template template = _parser.Parse(text);
            _misses.Add(text);
            _parsed[text] = template;
            return template;
        }
    }

    public string[] Misses()
    {
        lock (_gate)
            return _misses.ToArray();
    }
}
