using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Reports by <see cref="InvalidOperationException"/>, so no test framework is needed.</summary>
public class DefaultVerifier : IVerifier
{
    public DefaultVerifier()
        : this(ImmutableStack<string>.Empty)
    {
    }

    protected DefaultVerifier(ImmutableStack<string> context) => Context = context;

    protected ImmutableStack<string> Context { get; }

    public virtual void Empty<T>(string collectionName, IEnumerable<T> collection)
        => True(!collection.Any(), $"expected '{collectionName}' to be empty, contains '{collection.Count()}' elements");

    public virtual void NotEmpty<T>(string collectionName, IEnumerable<T> collection)
        => True(collection.Any(), $"expected '{collectionName}' to be non-empty, contains '0' elements");

    public virtual void Equal<T>(T expected, T actual, string? message = null)
        => True(EqualityComparer<T>.Default.Equals(expected, actual), message ?? $"items not equal.  expected:'{expected}' actual:'{actual}'");

    public virtual void True([DoesNotReturnIf(false)] bool assert, string? message = null)
    {
        if (!assert)
            Fail(message ?? "Expected value to be 'true' but was 'false'");
    }

    public virtual void False([DoesNotReturnIf(true)] bool assert, string? message = null)
    {
        if (assert)
            Fail(message ?? "Expected value to be 'false' but was 'true'");
    }

    [DoesNotReturn]
    public virtual void Fail(string? message = null)
        => throw new InvalidOperationException(CreateMessage(message ?? "Verification failed for an unspecified reason."));

    public virtual void LanguageIsSupported(string language)
        => True(language == LanguageNames.CSharp, $"Unsupported Language: '{language}'");

    public virtual void SequenceEqual<T>(IEnumerable<T> expected, IEnumerable<T> actual, IEqualityComparer<T>? equalityComparer = null, string? message = null)
        => True(expected.SequenceEqual(actual, equalityComparer), message ?? "sequences are not equal");

    public virtual IVerifier PushContext(string context)
    {
        True(GetType() == typeof(DefaultVerifier), $"'{nameof(PushContext)}' has to be overridden by verifiers derived from {nameof(DefaultVerifier)}");
        return new DefaultVerifier(Context.Push(context));
    }

    /// <summary>Puts the contexts, outermost first, before the message.</summary>
    protected virtual string CreateMessage(string? message)
        => string.Concat(Context.Reverse().Select(frame => $"Context: {frame}{Environment.NewLine}")) + message;
}
