using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using System.Threading;

namespace Corpus.Extra.OkCasLazyInit;

public sealed class PatternSet
{
    private readonly string[] _patterns;
    private Regex[] _compiled;
    private Dictionary<string, int> _byText;

    public PatternSet(params string[] patterns) => _patterns = patterns;

    private Regex[] Compiled => _compiled ?? Interlocked.CompareExchange(ref _compiled, Compile(), null) ?? _compiled;

    public int IndexOf(string pattern)
    {
        Dictionary<string, int> byText = _byText;
        if (byText == null)
        {
            byText = new Dictionary<string, int>();
            for (int i = 0; i < _patterns.Length; i++)
            {
                byText[_patterns[i]] = i;
            }

            byText = Interlocked.CompareExchange(ref _byText, byText, null) ?? byText;
        }

        return byText.TryGetValue(pattern, out int index) ? index : -1;
    }

    public int FirstMatch(string text)
    {
        Regex[] compiled = Compiled;
        return Array.FindIndex(compiled, regex => regex.IsMatch(text));
    }

    private Regex[] Compile() => Array.ConvertAll(_patterns, static pattern => new Regex(pattern));
}
