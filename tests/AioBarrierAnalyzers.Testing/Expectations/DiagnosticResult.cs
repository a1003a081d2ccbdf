using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An expected diagnostic. Immutable: every <c>With</c> method returns a changed copy.</summary>
public readonly struct DiagnosticResult
{
    public static readonly DiagnosticResult[] EmptyDiagnosticResults = [];

    private readonly ImmutableArray<DiagnosticLocation> _spans;
    private readonly bool _ignoreMessage;
    private readonly string? _message;

    public DiagnosticResult(string id, DiagnosticSeverity severity)
        : this()
    {
        Id = id;
        Severity = severity;
    }

    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity)
        => MessageFormat = descriptor.MessageFormat;

    private DiagnosticResult(
        in DiagnosticResult source,
        ImmutableArray<DiagnosticLocation>? spans = null,
        DiagnosticSeverity? severity = null,
        DiagnosticOptions? options = null,
        LocalizableString? messageFormat = null,
        object?[]? messageArguments = null)
        : this(source.Id, severity ?? source.Severity)
    {
        _spans = spans ?? source._spans;
        _ignoreMessage = source._ignoreMessage;
        _message = source._message;
        Options = options ?? source.Options;
        MessageFormat = messageFormat ?? source.MessageFormat;
        MessageArguments = messageArguments ?? source.MessageArguments;
        IsSuppressed = source.IsSuppressed;
    }

    private DiagnosticResult(in DiagnosticResult source, string? message)
        : this(source)
    {
        _message = message;
        _ignoreMessage = message is null;
    }

    private DiagnosticResult(in DiagnosticResult source, bool? isSuppressed)
        : this(source)
        => IsSuppressed = isSuppressed;

    /// <summary>The location, followed by the additional locations.</summary>
    public ImmutableArray<DiagnosticLocation> Spans => _spans.IsDefault ? [] : _spans;

    public DiagnosticSeverity Severity { get; }

    public DiagnosticOptions Options { get; }

    public string Id { get; }

    public LocalizableString? MessageFormat { get; }

    public object?[]? MessageArguments { get; }

    /// <summary>The expected state of suppression, or null to leave it open.</summary>
    public bool? IsSuppressed { get; }

    public bool HasLocation => !Spans.IsEmpty;

    /// <summary>The expected message, or null to leave it open.</summary>
    public string? Message
    {
        get
        {
            if (_ignoreMessage || _message is not null || MessageFormat is null)
                return _message;

            try
            {
                return string.Format(MessageFormat.ToString(), MessageArguments ?? []);
            }
            catch (FormatException)
            {
                // Without arguments the format is compared as it stands; a message with placeholders then needs WithArguments or WithMessage.
                return MessageFormat.ToString();
            }
        }
    }

    public static DiagnosticResult CompilerError(string identifier) => new(identifier, DiagnosticSeverity.Error);

    public static DiagnosticResult CompilerWarning(string identifier) => new(identifier, DiagnosticSeverity.Warning);

    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => new(this, severity: severity);

    public DiagnosticResult WithOptions(DiagnosticOptions options) => new(this, options: options);

    public DiagnosticResult WithArguments(params object[] arguments) => new(this, messageArguments: arguments);

    /// <summary>Expects exactly this message; null leaves the message open.</summary>
    public DiagnosticResult WithMessage(string? message) => new(this, message);

    public DiagnosticResult WithMessageFormat(LocalizableString messageFormat) => new(this, messageFormat: messageFormat);

    public DiagnosticResult WithIsSuppressed(bool? isSuppressed) => new(this, isSuppressed);

    public DiagnosticResult WithNoLocation() => new(this, spans: ImmutableArray<DiagnosticLocation>.Empty);

    /// <summary>Adds a location by its start; lines and columns count from 1.</summary>
    public DiagnosticResult WithLocation(int line, int column) => WithLocation(string.Empty, line, column);

    public DiagnosticResult WithLocation(LinePosition location) => WithLocation(string.Empty, location);

    public DiagnosticResult WithLocation(string path, int line, int column) => WithLocation(path, new LinePosition(line - 1, column - 1));

    public DiagnosticResult WithLocation(string path, LinePosition location) => WithLocation(path, location, DiagnosticLocationOptions.None);

    public DiagnosticResult WithLocation(string path, LinePosition location, DiagnosticLocationOptions options)
        => WithSpan(new FileLinePositionSpan(path, location, location), options | DiagnosticLocationOptions.IgnoreLength);

    /// <summary>Adds the span that <c>{|#n:...|}</c> marks.</summary>
    public DiagnosticResult WithLocation(int markupKey) => WithLocation(markupKey, DiagnosticLocationOptions.None);

    public DiagnosticResult WithLocation(int markupKey, DiagnosticLocationOptions options)
    {
        // The key hides in the column, so that a result stays a plain value until the markup is read.
        var key = new LinePosition(0, markupKey);
        return WithSpan(new FileLinePositionSpan(string.Empty, key, key), options | DiagnosticLocationOptions.InterpretAsMarkupKey);
    }

    /// <summary>Adds a location by start and end; lines and columns count from 1.</summary>
    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn)
        => WithSpan(string.Empty, startLine, startColumn, endLine, endColumn);

    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn)
        => WithSpan(new FileLinePositionSpan(path, new LinePosition(startLine - 1, startColumn - 1), new LinePosition(endLine - 1, endColumn - 1)));

    public DiagnosticResult WithSpan(FileLinePositionSpan span) => WithSpan(span, DiagnosticLocationOptions.None);

    public DiagnosticResult WithSpan(FileLinePositionSpan span, DiagnosticLocationOptions options)
        => new(this, spans: Spans.Add(new DiagnosticLocation(span, options)));

    /// <summary>Gives every location without a path this one.</summary>
    public DiagnosticResult WithDefaultPath(string path) => MapSpans(location =>
        location.Span.Path.Length > 0 || location.Options.HasFlag(DiagnosticLocationOptions.InterpretAsMarkupKey)
            ? location
            : new DiagnosticLocation(new FileLinePositionSpan(path, location.Span.Span), location.Options));

    /// <summary>Moves every location down by some lines.</summary>
    public DiagnosticResult WithLineOffset(int offset) => MapSpans(location => new DiagnosticLocation(
        new FileLinePositionSpan(
            location.Span.Path,
            new LinePosition(location.Span.StartLinePosition.Line + offset, location.Span.StartLinePosition.Character),
            new LinePosition(location.Span.EndLinePosition.Line + offset, location.Span.EndLinePosition.Character)),
        location.Options));

    public override string ToString()
    {
        var place = string.Empty;
        if (HasLocation)
        {
            var span = Spans[0].Span;
            place = $"{(span.Path.Length == 0 ? "?" : span.Path)}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}";
            if (!Spans[0].Options.HasFlag(DiagnosticLocationOptions.IgnoreLength))
                place += $",{span.EndLinePosition.Line + 1},{span.EndLinePosition.Character + 1}";
            place += "): ";
        }

        return $"{place}{Severity.ToString().ToLowerInvariant()} {Id}{(Message is { } message ? ": " + message : string.Empty)}";
    }

    internal DiagnosticResult WithMarkupLocations(ImmutableDictionary<string, FileLinePositionSpan> locations) => MapSpans(location =>
    {
        if (!location.Options.HasFlag(DiagnosticLocationOptions.InterpretAsMarkupKey))
            return location;

        var key = "#" + location.Span.StartLinePosition.Character;
        return locations.TryGetValue(key, out var span)
            ? new DiagnosticLocation(span, location.Options & ~DiagnosticLocationOptions.InterpretAsMarkupKey)
            : throw new InvalidOperationException($"The markup location '{key}' was not found in the input.");
    });

    private DiagnosticResult MapSpans(Func<DiagnosticLocation, DiagnosticLocation> map) => new(this, spans: [.. Spans.Select(map)]);
}
