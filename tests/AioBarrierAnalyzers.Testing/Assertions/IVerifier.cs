using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How a test reports that an expectation did not hold.</summary>
public interface IVerifier
{
    public void Empty<T>(string collectionName, IEnumerable<T> collection);

    public void Equal<T>(T expected, T actual, string? message = null);

    public void True([DoesNotReturnIf(false)] bool assert, string? message = null);

    public void False([DoesNotReturnIf(true)] bool assert, string? message = null);

    [DoesNotReturn]
    public void Fail(string? message = null);

    public void LanguageIsSupported(string language);

    public void NotEmpty<T>(string collectionName, IEnumerable<T> collection);

    public void SequenceEqual<T>(IEnumerable<T> expected, IEnumerable<T> actual, IEqualityComparer<T>? equalityComparer = null, string? message = null);

    /// <summary>A verifier whose failures also name <paramref name="context"/>.</summary>
    public IVerifier PushContext(string context);
}
