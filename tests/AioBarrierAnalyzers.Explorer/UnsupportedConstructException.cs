using System;

namespace AioBarrierAnalyzers.Explorer;

/// <summary>The program does something that the explorer cannot model. It does not guess.</summary>
public sealed class UnsupportedConstructException : Exception
{
    /// <summary>Refuses a construct.</summary>
    public UnsupportedConstructException(string construct, string file, int line, string text)
        : base($"{file}({line}): the explorer does not model {construct}: {text}")
    {
        Construct = construct;
        File = file;
        Line = line;
        Text = text;
    }

    internal UnsupportedConstructException(string construct, Site site)
        : this(construct, site.File, site.Line, site.Text)
    {
    }

    /// <summary>What it is.</summary>
    public string Construct { get; }

    /// <summary>The file it is in.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The construct, as written.</summary>
    public string Text { get; }
}
