using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Tests.Fixes;

/// <summary>A finding that a test's source marks.</summary>
internal sealed record MarkedFinding(Document Document, Diagnostic Diagnostic);
