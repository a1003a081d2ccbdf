using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>
/// Reads the words of methods from their text: thousands of methods are asked for, and only a few are bound. Methods share the words they have in common.
/// Safe to use from several threads.
/// </summary>
internal sealed class MethodReader
{
    /// <summary>The number of the method that each word was last met in.</summary>
    private readonly WordTable<int> _metIn = new();

    private readonly List<string> _words = new();
    private readonly List<string> _escaped = new();
    private int _methods;

    public MethodNames Read(IMethodSymbol method, CancellationToken cancellation)
    {
        SyntaxReference declaration = method.DeclaringSyntaxReferences[0];
        return Read(FileText.Of(declaration.SyntaxTree, cancellation), declaration.Span) ?? MethodNames.OfTokens(declaration.GetSyntax(cancellation));
    }

    /// <summary>Null where the words cannot be told without the tokens.</summary>
    [MethodImpl(HotPath.Optimized)]
    public MethodNames? Read(string text, TextSpan code)
    {
        lock (_metIn)
        {
            _methods++;
            _words.Clear();
            _escaped.Clear();
            var reader = new CodeReader(text, code.Start, code.End);
            while (reader.MoveNext())
            {
                // An identifier that would be a keyword without the sign before it.
                if (reader.Start > 0 && text[reader.Start - 1] == '@')
                {
                    _escaped.Add(text.Substring(reader.Start, reader.Length));
                    continue;
                }

                ref int metIn = ref _metIn.GetOrAdd(text, reader.Start, reader.Length, out string word);
                if (metIn == _methods)
                    continue;
                metIn = _methods;
                _words.Add(word);
            }

            if (reader.IsGivenUp)
                return null;
            IReadOnlyCollection<string> identifiers = _words;
            if (_escaped.Count > 0)
            {
                _escaped.AddRange(_words);
                identifiers = _escaped;
            }

            return new MethodNames(identifiers, _words);
        }
    }
}
