using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// Reads <c>$$</c>, <c>[|...|]</c>, <c>{|Name:...|}</c> and <c>{|#0:...|#0}</c>. Spans nest by a stack; only a numbered end tag lets them overlap.
/// </summary>
public static class TestFileMarkupParser
{
    // One alternative per tag; a name may hold neither a colon nor a bracket, so ordinary code such as "{|" is left alone.
    private static readonly Regex Tags = new(
        @"(?<position>\$\$) | (?<start>\[\|) | \{\|(?<named>[^:|[\]{}]+): | \|(?<numbered>\#\d+)\} | \|\] | \|\}",
        RegexOptions.IgnorePatternWhitespace);

    public static void GetPositionsAndSpans(
        string input,
        out string output,
        out ImmutableArray<int> positions,
        out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
        => Parse(input, positionsAreCode: false, out output, out positions, out spans);

    public static void GetSpans(string input, out string output, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
        => GetSpans(input, treatPositionIndicatorsAsCode: false, out output, out spans);

    public static void GetSpans(
        string input,
        bool treatPositionIndicatorsAsCode,
        out string output,
        out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
        => Parse(input, treatPositionIndicatorsAsCode, out output, out _, out spans);

    public static void GetSpan(string input, out string output, out TextSpan span)
    {
        GetSpans(input, out output, out var spans);
        span = spans[string.Empty].Single();
    }

    private static void Parse(
        string input,
        bool positionsAreCode,
        out string output,
        out ImmutableArray<int> positions,
        out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
    {
        var text = new StringBuilder();
        var positionList = ImmutableArray.CreateBuilder<int>();
        var starts = new List<MarkupTag>();
        var ends = new List<MarkupTag>();
        var open = new Stack<string>();
        var at = 0;
        for (var tag = Tags.Match(input); tag.Success; tag = Tags.Match(input, at))
        {
            var length = tag.Length;
            if (positionsAreCode && tag.Groups["position"].Success)
            {
                text.Append(input, at, tag.Index + length - at);
                at = tag.Index + length;
                continue;
            }

            // "[|]" and "[|}" could start or end a span. Inside a span of the fitting kind it is the end, and the bracket is code.
            var next = tag.Index + length < input.Length ? input[tag.Index + length] : '\0';
            var isEndInDisguise = tag.Groups["start"].Success && open.TryPeek(out var name) && next == (name.Length == 0 ? ']' : '}');
            var index = isEndInDisguise ? tag.Index + 1 : tag.Index;
            text.Append(input, at, index - at);
            at = index + length;

            if (tag.Groups["position"].Success)
            {
                positionList.Add(text.Length);
            }
            else if (!isEndInDisguise && (tag.Groups["start"].Success || tag.Groups["named"].Success))
            {
                starts.Add(new MarkupTag(index, text.Length, tag.Groups["named"].Value));
                open.Push(tag.Groups["named"].Value);
            }
            else
            {
                ends.Add(new MarkupTag(index, text.Length, tag.Groups["numbered"].Value));
                open.TryPop(out _);
            }
        }

        output = text.Append(input, at, input.Length - at).ToString();
        positions = positionList.ToImmutable();
        spans = Pair(starts, ends).GroupBy(pair => pair.Name, pair => pair.Span).ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    private static List<(string Name, TextSpan Span)> Pair(List<MarkupTag> starts, List<MarkupTag> ends)
    {
        if (starts.Count != ends.Count)
            throw new ArgumentException($"The input contained '{starts.Count}' starting spans and '{ends.Count}' ending spans.");

        var pairs = new List<(string Name, TextSpan Span)>();
        foreach (var end in ends.Where(end => end.Name.Length > 0).ToList())
        {
            var index = starts.FindIndex(start => start.Name == end.Name);
            if (index < 0 || starts[index].Input > end.Input)
                throw new ArgumentException($"The input did not contain a start tag for span '{end.Name}', or more than one end tag.");

            pairs.Add((end.Name, TextSpan.FromBounds(starts[index].Output, end.Output)));
            starts.RemoveAt(index);
            ends.Remove(end);
        }

        var open = new Stack<MarkupTag>();
        foreach (var (tag, isStart) in starts.Select(tag => (tag, true)).Concat(ends.Select(tag => (tag, false))).OrderBy(item => item.tag.Input))
        {
            if (isStart)
                open.Push(tag);
            else if (open.TryPop(out var start))
                pairs.Add((start.Name, TextSpan.FromBounds(start.Output, tag.Output)));
            else
                throw new ArgumentException($"Mismatched end tag found at position '{tag.Input}'");
        }

        var twice = pairs.Where(pair => pair.Name.StartsWith('#')).GroupBy(pair => pair.Name).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? pairs : throw new ArgumentException($"The input contained more than one start tag for span '{twice.Key}'");
    }
}
